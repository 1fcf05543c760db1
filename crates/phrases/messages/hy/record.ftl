# Գրանցամատյանի հրամանները։
serve-at = Perennial-ը { $address } հասցեում է։ Ctrl-C-ն ավարտում է։
serve-nobody = Դեռ ոչ ոք չի կարող մտնել։ Ստեղծեք ձեր հաշիվը՝ perennial user add you@example.com --name "Ձեր անունը" --role owner
user-added = { $email } հասցեով այժմ կարելի է մտնել։
user-reset = { $email } հաշիվն ունի նոր գաղտնաբառ և դուրս է եկել ամենուր։
user-password = Նոր գաղտնաբառ՝{" "}
user-password-again = Կրկին՝{" "}
user-passwords-differ = գաղտնաբառերը տարբեր են. ոչինչ չի փոխվել
