package dev.stepwright.codegen.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import javax.annotation.processing.Generated;

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
        TypeSpec type = build(name, from);
        TypeSpec.Builder annotated = type.toBuilder()
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", "dev.stepwright.codegen")
                        .addMember("comments", "$S", String.join(", ", from))
                        .build());
        String text = JavaFile.builder(name.packageName(), annotated.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        return new GeneratedFile(name.canonicalName().replace('.', '/') + ".java", text);
    }

    private TypeSpec build(ClassName name, Set<String> from) {
        from.add(sources.get(name));
        TypeSpec.Builder spec = specs.get(name);
        for (ClassName nested : specs.keySet()) {
            if (name.equals(nested.enclosingClassName())) {
                spec.addType(build(nested, from));
            }
        }
        return spec.build();
    }
}
