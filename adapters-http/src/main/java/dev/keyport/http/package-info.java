/** The API ports over HTTP; {@link dev.keyport.http.HerokuApi} is the way in. */
@NullMarked
package dev.keyport.http;

import org.jspecify.annotations.NullMarked;
