package dev.keyport.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether what others see of a class names other types than these: in its members, what they take,
 * answer and throw, type arguments and bounds included, and in what it extends. Annotations may be
 * of others: a program that reads none needs none of them.
 */
final class Signatures extends ArchCondition<JavaClass> {
  private final List<String> allowed;

  private Signatures(List<String> allowed) {
    super("name in public only types of " + allowed);
    this.allowed = allowed;
  }

  /** Types of these packages and those below. */
  static Signatures nameOnlyTypesOf(String... packages) {
    return new Signatures(List.of(packages));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    report(type, type.getFullName(), above(type), events);
    type.getMembers().stream()
        .filter(Signatures::isSeen)
        .forEach(member -> report(type, member.getFullName(), named(member), events));
  }

  private void report(
      JavaClass of, String where, Stream<? extends JavaType> named, ConditionEvents events) {
    named
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(type -> !type.isPrimitive() && !isAllowed(type.getPackageName()))
        .map(JavaClass::getFullName)
        .distinct()
        .forEach(name -> events.add(SimpleConditionEvent.violated(of, where + " names " + name)));
  }

  private boolean isAllowed(String name) {
    return allowed.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "."));
  }

  private static Stream<JavaType> above(JavaClass type) {
    return Stream.of(
            type.getSuperclass().stream(),
            type.getInterfaces().stream(),
            type.getTypeParameters().stream())
        .flatMap(types -> types);
  }

  private static Stream<JavaType> named(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.of(
              Stream.of(unit.getReturnType()),
              unit.getParameterTypes().stream(),
              unit.getTypeParameters().stream(),
              unit.getExceptionTypes().stream())
          .flatMap(types -> types);
    }
    return Stream.of(((JavaField) member).getType());
  }

  private static boolean isSeen(HasModifiers member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
