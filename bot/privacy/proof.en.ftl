proof-readme =
    # Proof of your choices

    Made on { $date }. It needs neither the bot nor a network to be checked.

    - receipts/: one receipt for each choice, signed with Ed25519
    - ledger_excerpt.jsonl: your own rows of the bot's ledger, each sealed by its hash
    - heads.json: signed ends of the whole ledger; a ledger rewritten later cannot contain them
    - notices/: word for word the texts that were shown to you
    - public_key.pem: the bot's public key, { $key }
    - verify.py: the check

    With Python 3.11 or newer:

        pip install cryptography
        python verify.py

    It prints what holds, or one sentence with the file, field or row that does not. Whoever has the bot's command checks the same with "pepite audit proof" and this file.

    The rows are coded: your name and number are not in them. Once everything about you was erased, these receipts still hold.
