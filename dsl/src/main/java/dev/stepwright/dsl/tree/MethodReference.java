package dev.stepwright.dsl.tree;

import java.io.Serializable;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The method or constructor that a serializable method reference points at.
 *
 * @param executable the method or constructor
 * @param receiver the class that the reference names, which may inherit the method
 * @param bound whether the reference holds its receiver, as {@code shop::charge} does
 */
public record MethodReference(Executable executable, Class<?> receiver, boolean bound) {
    /**
     * Returns what a method reference points at.
     *
     * @param example a reference as it should be, for the message
     * @throws IllegalArgumentException if it is a lambda expression, or one that the compiler had to turn into one
     */
    public static MethodReference of(Serializable reference, String example) {
        SerializedLambda lambda = serialized(reference, example);
        String name = lambda.getImplMethodName();
        if (name.startsWith("lambda$")) {
            throw new IllegalArgumentException("a method reference such as " + example + " is required, but "
                    + lambda.getCapturingClass().replace('/', '.')
                    + " has a lambda expression here, which has no name for the definition"
                    + " (constructors of local classes and varargs methods count as lambda expressions, too)");
        }
        ClassLoader loader = reference.getClass().getClassLoader();
        Class<?> implementation = load(lambda.getImplClass(), loader);
        Class<?>[] parameters = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader)
                .parameterArray();
        if (lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
            return new MethodReference(constructor(implementation, parameters), implementation, false);
        }
        Class<?> receiver =
                lambda.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic || lambda.getCapturedArgCount() > 0
                        ? implementation
                        : MethodType.fromMethodDescriptorString(lambda.getInstantiatedMethodType(), loader)
                                .parameterType(0);
        return new MethodReference(
                method(implementation, name, parameters), receiver, lambda.getCapturedArgCount() > 0);
    }

    /** Returns whether the method is static. */
    public boolean isStatic() {
        return executable instanceof Method method && java.lang.reflect.Modifier.isStatic(method.getModifiers());
    }

    /** Returns the method; a reference to a constructor has none. */
    public Optional<Method> method() {
        return executable instanceof Method method ? Optional.of(method) : Optional.empty();
    }

    /** Returns the reference as a reader writes it, for example {@code Order::total}. */
    @Override
    public String toString() {
        return receiver.getSimpleName() + "::" + (executable instanceof Method ? executable.getName() : "new");
    }

    private static SerializedLambda serialized(Serializable reference, String example) {
        try {
            Method writeReplace = reference.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return (SerializedLambda) writeReplace.invoke(reference);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "a method reference such as " + example + " is needed, but this is an object of "
                            + reference.getClass(),
                    e);
        }
    }

    private static Class<?> load(String internalName, ClassLoader loader) {
        return MethodType.fromMethodDescriptorString("()L" + internalName + ";", loader)
                .returnType();
    }

    private static Constructor<?> constructor(Class<?> owner, Class<?>[] parameters) {
        return Arrays.stream(owner.getDeclaredConstructors())
                .filter(candidate -> Arrays.equals(candidate.getParameterTypes(), parameters))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such constructor in " + owner));
    }

    /** The compiler names the class that the reference was written with; the method may stand in any of its supertypes. */
    private static Method method(Class<?> owner, String name, Class<?>[] parameters) {
        Deque<Class<?>> open = new ArrayDeque<>(List.of(owner));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(name) && Arrays.equals(candidate.getParameterTypes(), parameters)) {
                    return candidate;
                }
            }
            open.addAll(List.of(type.getInterfaces()));
            if (type.getSuperclass() != null) {
                open.add(type.getSuperclass());
            } else if (type.isInterface()) {
                open.add(Object.class);
            }
        }
        throw new IllegalStateException("no method " + name + " in " + owner);
    }
}
