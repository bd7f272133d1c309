package dev.keyport.it.canary;

/**
 * A canary where it must not be.
 *
 * @param canary its name, never its value
 * @param place where it was seen, such as {@code argv of sh}
 */
record Finding(String canary, String place) {}
