# The API and its pages.

api-title = API
api-words = For programs: JSON over HTTPS. A token from the settings says who the program is and what it may do.
api-problems = Problems
    .words = Whatever goes wrong is answered as problem+json; these are its kinds.
api-name = Name
api-holds = Holds
api-about = What it is
api-required = required
api-right = needs the right
api-parameters = Parameters
api-body = Body
api-answers = Answers
api-status = Status

problem-broken = The JSON of this request is broken
    .advice = Send it again as whole JSON.
problem-refused = Something in this is not taken
    .advice = Nothing was changed. Mend what is named and send it again.
problem-conflict = As things are now this cannot be done
    .advice = Nothing was changed. Look at it again.
problem-changed-since = Somebody has changed this meanwhile
    .advice = Nothing was changed. Look at it again and repeat your change.
problem-version-needed = A change must say what it was made of
    .advice = Send the ETag of what you saw as If-Match.
problem-key-taken = This key stands for another request
    .advice = Nothing was changed. Choose a new key for each change.
