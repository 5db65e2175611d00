//! What a locale file declares: its messages and the arguments each of them needs. It reads the syntax tree and says nothing.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::ast;

/// Each message of a file with the names of its arguments, at any depth.
pub(super) fn declared(resource: &FluentResource) -> Vec<(String, BTreeSet<String>)> {
    let messages = resource.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some((message.id.name.to_owned(), message.value.as_ref()?)),
        _ => None,
    });
    messages
        .map(|(key, pattern)| {
            let mut names = BTreeSet::new();
            arguments_of(pattern, &mut names);
            (key, names)
        })
        .collect()
}

fn arguments_of(pattern: &ast::Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            expression_arguments(expression, into);
        }
    }
}

fn expression_arguments(expression: &ast::Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => inline_arguments(inline, into),
        ast::Expression::Select { selector, variants } => {
            inline_arguments(selector, into);
            for variant in variants {
                arguments_of(&variant.value, into);
            }
        }
    }
}

fn inline_arguments(inline: &ast::InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => expression_arguments(expression, into),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for one in &arguments.positional {
                inline_arguments(one, into);
            }
        }
        _ => {}
    }
}
