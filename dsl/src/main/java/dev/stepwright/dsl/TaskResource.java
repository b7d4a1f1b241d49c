package dev.stepwright.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The {@code Resource} of tasks that call the method; without it, it is a placeholder such as <code>${Shop_charge}</code>. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TaskResource {
    /** The ARN, as it shall stand in the definition. */
    String value();
}
