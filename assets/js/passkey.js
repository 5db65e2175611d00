// Passkeys: asks the browser to make one, or to show one, and sends the form with what it said. Where a browser has none, or
// runs no scripts, the page says so and leads to the other ways, which need no script.
const form = document.querySelector("form[data-passkey]");

const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The question with its bytes as bytes. */
function question({ publicKey }) {
  const asked = { ...publicKey, challenge: decode(publicKey.challenge) };
  if (asked.user) asked.user = { ...asked.user, id: decode(asked.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (asked[list]) asked[list] = asked[list].map((one) => ({ ...one, id: decode(one.id) }));
  }
  return { publicKey: asked };
}

/** The answer with its bytes as text. */
function answer({ id, rawId, type, response }) {
  const said = {};
  for (const part of ["attestationObject", "clientDataJSON", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) said[part] = encode(response[part]);
  }
  return JSON.stringify({ id, rawId: encode(rawId), type, response: said });
}

if (form && window.PublicKeyCredential) {
  const asks = form.dataset.passkey === "create" ? "create" : "get";
  const fault = document.getElementById("passkey-fault");
  document.getElementById("passkey-none").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    try {
      const credential = await navigator.credentials[asks](question(JSON.parse(form.dataset.options)));
      form.elements.credential.value = answer(credential);
      form.submit();
    } catch {
      // The person changed their mind, or the device has nothing to show: the browser does not tell them apart.
      fault.hidden = false;
      fault.focus();
    }
  });
}
