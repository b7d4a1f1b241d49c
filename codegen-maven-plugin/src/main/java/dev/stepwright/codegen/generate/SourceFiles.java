package dev.stepwright.codegen.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/**
 * Puts classes into the classes around them and prints what stands alone.
 *
 * @param specs the classes, sorted by name
 * @param sources the file that each class comes from
 */
record SourceFiles(Map<ClassName, TypeSpec.Builder> specs, Map<ClassName, String> sources) {

    List<GeneratedFile> print() {
        List<GeneratedFile> files = new ArrayList<>();
        for (ClassName name : specs.keySet()) {
            if (name.enclosingClassName() == null) {
                files.add(print(name));
            }
        }
        return files;
    }

    private GeneratedFile print(ClassName name) {
        Set<String> from = new TreeSet<>();
        nest(name, from);
        TypeSpec type = specs.get(name)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", "dev.stepwright.codegen")
                        .addMember("comments", "$S", String.join(", ", from))
                        .build())
                .build();
        String text = JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        return new GeneratedFile(name.canonicalName().replace('.', '/') + ".java", text);
    }

    /** Puts the classes within a class into it, and theirs into them. */
    private void nest(ClassName name, Set<String> from) {
        from.add(sources.get(name));
        TypeSpec.Builder outer = specs.get(name);
        boolean inInterface = outer.build().kind() == TypeSpec.Kind.INTERFACE;
        for (ClassName nested : specs.keySet()) {
            if (name.equals(nested.enclosingClassName())) {
                nest(nested, from);
                TypeSpec.Builder inner = specs.get(nested);
                // JavaPoet wants to be told what Java takes for granted in an interface.
                outer.addType((inInterface ? inner.addModifiers(Modifier.STATIC) : inner).build());
            }
        }
    }
}
