package dev.stepwright.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static field that holds a {@link StateMachine}, or a static method without parameters that gives one: the build writes
 * its definition to a file.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface AslDefinition {
    /**
     * The name of the machine: {@code order} makes {@code order.asl.json}. If it is left out, the name is that of the field or
     * method in lower case with hyphens: {@code orderFlow} and {@code ORDER_FLOW} make {@code order-flow.asl.json}.
     */
    String value() default "";

    /** The kind of executions that the machine has on AWS: what deployments make of it, and what the build checks it for. */
    ExecutionType type() default ExecutionType.STANDARD;
}
