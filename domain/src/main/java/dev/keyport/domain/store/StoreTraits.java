package dev.keyport.domain.store;

/**
 * What a store can hold and how.
 *
 * @param manyLoginsPerHost whether it keeps several logins for one host; where not, saving another
 *     login displaces the first
 * @param maxSecretBytes the longest secret it takes, in bytes of UTF-8
 * @param encrypted whether what it keeps is unreadable to other programs of the same user while the
 *     store is locked
 * @param reach who finds a login that is kept here
 */
public record StoreTraits(
    boolean manyLoginsPerHost, int maxSecretBytes, boolean encrypted, Reach reach) {}
