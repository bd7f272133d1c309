/** Tests of the API over HTTP, against a server in this process. */
@NullMarked
package dev.keyport.http;

import org.jspecify.annotations.NullMarked;
