package dev.keyport.domain.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the API that an {@link AuthApiProvider} opens. On the class, so that it is read
 * before anything is instantiated: an adapter that nobody chose loads none of its libraries.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiName {
  /** The name: lower-case letters, digits and hyphens, as {@code heroku}. */
  String value();
}
