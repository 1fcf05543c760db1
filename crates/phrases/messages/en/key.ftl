# The key that second factors are sealed with.
key-given-is-none = PERENNIAL_KEY is no key. Give it the 64 digits of the key, or unset it.
key-unread = “{ $file }” cannot be used
key-open = Others may read the key in “{ $file }”. Make it its owner’s alone: chmod 600.
key-is-none = “{ $file }” holds no key. Put back the file that was there.
key-missing = The key of the second factors is not in “{ $file }”. Put it back, or name it in PERENNIAL_KEY. If it is lost: perennial user reset EMAIL --second-factor, for each who has one.
key-other = The second factors were sealed with another key than the one in “{ $file }” or PERENNIAL_KEY. Put theirs back. If it is lost: perennial user reset EMAIL --second-factor, for each who has one.
