/** Tests of the options that all verbs take, and of what runs are told of the machine. */
@NullMarked
package dev.keyport.cli.wiring;

import org.jspecify.annotations.NullMarked;
