# The roles of staff, as people call them, and what each is for.

role-administrator = Administrator
role-administrator-explain = Looks after organisations, accounts and roles.
role-survey-designer = Survey designer
role-survey-designer-explain = Opens and closes surveys, and brings in new versions.
role-care-coordinator = Care coordinator
role-care-coordinator-explain = Looks after the people of one provider.
role-provider-manager = Provider manager
role-provider-manager-explain = Sees the figures of one provider, and of the partners it leads.
role-commissioner-analyst = Commissioner analyst
role-commissioner-analyst-explain = Sees the figures of the whole county, and no person.
role-commissioner-approver = Commissioner approver
role-commissioner-approver-explain = Sees the figures of the whole county and signs them off; sees no person.
role-information-governance = Information governance
role-information-governance-explain = Reads the audit trail, and answers for erasure and retention; sees no answers.
role-engagement-lead = Engagement lead
role-engagement-lead-explain = Looks after engagement events and the surveys used there.
