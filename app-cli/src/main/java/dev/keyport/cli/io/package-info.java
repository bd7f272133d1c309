/** The standard streams: answers, JSON, errors and exit statuses. */
@NullMarked
package dev.keyport.cli.io;

import org.jspecify.annotations.NullMarked;
