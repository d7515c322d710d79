error-unexpected = Something went wrong on my side, and I have noted it. Nothing you gave me is lost. Please try once more.
error-slow-down = One moment please: that was a lot at once. Photos and videos still arrive; ask me the rest again in a few seconds.
error-too-long = That is more text than I can use here. Please keep it under { $limit } characters.
error-expired = That button is from an earlier message, so I left everything as it is.

remote-why-not-set = No AI service is set up here, so this comes from the built-in engine.
remote-why-busy = { $host } is busy just now, so this comes from the built-in engine.
remote-why-slow = { $host } did not answer in time, so this comes from the built-in engine.
remote-why-broken = { $host } gave no usable answer, so this comes from the built-in engine.
remote-why-resting = { $host } is having trouble just now, so this comes from the built-in engine.
remote-why-budget = What you can ask { $host } today is used up, so this comes from the built-in engine.
remote-why-refused = { $host } declined to answer this, so this comes from the built-in engine.
