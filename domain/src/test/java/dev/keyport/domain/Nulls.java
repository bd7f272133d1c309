package dev.keyport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Calls every public method that takes objects with nothing but null. */
final class Nulls {
  private Nulls() {}

  static void inEveryMethod(Object of) {
    int called = 0;
    for (Method method : of.getClass().getDeclaredMethods()) {
      boolean takesObjects =
          method.getParameterCount() > 0
              && Arrays.stream(method.getParameterTypes()).noneMatch(Class::isPrimitive);
      if (Modifier.isPublic(method.getModifiers()) && takesObjects) {
        assertThat(thrownBy(method, of))
            .as("%s", method)
            .isInstanceOf(NullPointerException.class)
            .hasMessageMatching("\\w+");
        called++;
      }
    }
    assertThat(called).isPositive();
  }

  private static Throwable thrownBy(Method method, Object of) {
    try {
      method.invoke(of, new Object[method.getParameterCount()]);
    } catch (InvocationTargetException e) {
      return e.getTargetException();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError(method + " took null");
  }
}
