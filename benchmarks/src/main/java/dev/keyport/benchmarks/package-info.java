/**
 * How fast Keyport is beside others, on the same files and in the same run. {@link
 * dev.keyport.benchmarks.Main} runs the sections and writes what they report.
 */
@NullMarked
package dev.keyport.benchmarks;

import org.jspecify.annotations.NullMarked;
