package dev.keyport.domain.store;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scheme a {@link TokenStoreProvider} serves. On the class, so that it is read before anything
 * is instantiated: an adapter that nobody chose loads none of its libraries.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoreScheme {
  /** The scheme, as it stands before the colon of a {@link StoreSpec}. */
  String value();
}
