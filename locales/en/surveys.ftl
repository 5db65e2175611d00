# The surveys, for those who look after them.

surveys-title = Surveys
surveys-explain = Anyone with the link to an open survey can answer it. A closed survey takes no more answers; those that were sent are kept.
surveys-caption = Every survey
surveys-survey = Survey
surveys-versions = Versions
surveys-newest = Newest: { $version }
surveys-link = Link to share
surveys-print = Form to print (PDF)
surveys-print-large = In large print (PDF)
surveys-status = Status
surveys-open = Open
surveys-closed = Closed
surveys-close = Close
surveys-reopen = Open again
surveys-none = There are no surveys yet.
