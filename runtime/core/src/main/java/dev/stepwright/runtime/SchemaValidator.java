package dev.stepwright.runtime;

/**
 * Makes checks of JSON Schemas: what the {@code validating} of generated classes takes. {@code dev.stepwright:stepwright-runtime-schema}
 * has one that knows all of JSON Schema.
 */
@FunctionalInterface
public interface SchemaValidator {
    /**
     * Returns a check by the schemas in a resource.
     *
     * <p>The resource is JSON: {@code input} and {@code output}, each of which may be missing, name one of {@code schemas}, an object that
     * has each schema by its location; a {@code $ref} is a location with a fragment. {@code tasks}, which may be missing too, has an object
     * with {@code input} and {@code output} for each Task state that has any, by the state's name.
     *
     * @param owner a class whose loader finds the resource
     * @param resource its absolute name, {@code /asl/order.schemas.json}
     * @throws IllegalStateException if it is not there, or holds no schemas
     */
    PayloadCheck check(Class<?> owner, String resource);
}
