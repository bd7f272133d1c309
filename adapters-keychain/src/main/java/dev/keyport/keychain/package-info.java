/**
 * Credentials in the operating system's keychain.
 *
 * <p>On Linux the store speaks to the Secret Service over D-Bus; on macOS, Windows and KWallet it
 * goes through java-keyring. The D-Bus library logs through slf4j-api and brings no binding: a
 * program chooses its own, or gets slf4j's notice on standard error.
 */
@NullMarked
package dev.keyport.keychain;

import org.jspecify.annotations.NullMarked;
