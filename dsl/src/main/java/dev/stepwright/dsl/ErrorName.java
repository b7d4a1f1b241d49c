package dev.stepwright.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name under which a definition knows an exception; without it, the name is the class name, as a Java Lambda reports it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ErrorName {
    /** The error name; not one that starts with {@code States.}. */
    String value();
}
