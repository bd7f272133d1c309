package dev.keyport.keychain;

class MacKeychainTest extends IndexedKeychainContract {
  MacKeychainTest() {
    super(Platform.MACOS);
  }
}
