error-unexpected = Something went wrong on my side, and I have noted it. Nothing you gave me is lost. Please try once more.
error-slow-down = One moment please: that was a lot at once. Photos and videos still arrive; ask me the rest again in a few seconds.
error-too-long = That is more text than I can use here. Please keep it under { $limit } characters.
error-expired = That button is from an earlier message, so I left everything as it is.
