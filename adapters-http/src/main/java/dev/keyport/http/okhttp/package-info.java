/** Stored credentials for an OkHttp client of the embedder's own. */
@NullMarked
package dev.keyport.http.okhttp;

import org.jspecify.annotations.NullMarked;
