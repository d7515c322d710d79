"""What is kept: tables by noun, a key a person, sealed files; every table declares itself."""

from storage.files import FileId
from storage.key_file import KeyFile
from storage.open import Storage, open_storage
from storage.transaction import Transaction

__all__ = ["FileId", "KeyFile", "Storage", "Transaction", "open_storage"]
