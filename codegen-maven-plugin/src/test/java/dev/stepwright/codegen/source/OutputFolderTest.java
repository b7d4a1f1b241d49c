package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);
    private static final GeneratedFile A = new GeneratedFile(Root.SOURCES, "com/acme/A.java", "class A {}");
    private static final GeneratedFile B = new GeneratedFile(Root.SOURCES, "com/acme/sub/B.java", "class B {}");

    @TempDir
    Path target;

    private OutputFolder folder;

    @BeforeEach
    void first_build() throws IOException {
        folder = new OutputFolder(target.resolve("generated-sources/asl"), target.resolve("stepwright/default.files"));
        folder.replace(List.of(A, B));
    }

    @Test
    void the_second_build_of_the_same_writes_no_byte() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(target)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }

        Changes changes = folder.replace(List.of(A, B));

        assertThat(changes).isEqualTo(new Changes(List.of(), 2, List.of()));
        assertThat(files)
                .hasSize(3)
                .allSatisfy(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO));
    }

    @Test
    void a_changed_file_is_written_and_the_other_left_alone() throws IOException {
        Changes changes = folder.replace(List.of(A, new GeneratedFile(Root.SOURCES, B.path(), "final class B {}")));

        assertThat(changes).isEqualTo(new Changes(List.of(path(B)), 1, List.of()));
        assertThat(path(B)).hasContent("final class B {}");
    }

    @Test
    void what_is_no_longer_generated_is_removed_with_the_folder_that_held_it() throws IOException {
        Changes changes = folder.replace(List.of(A));

        assertThat(changes).isEqualTo(new Changes(List.of(), 1, List.of(path(B))));
        assertThat(path(B).getParent()).doesNotExist();
        assertThat(path(A)).exists();
    }

    @Test
    void the_files_of_others_stay() throws IOException {
        Path other = path(B).resolveSibling("Other.java");
        Files.writeString(other, "class Other {}");

        folder.replace(List.of());

        assertThat(other).exists();
        assertThat(path(A)).doesNotExist();
    }

    @Test
    void a_file_that_somebody_deleted_comes_back() throws IOException {
        Files.delete(path(A));

        Changes changes = folder.replace(List.of(A, B));

        assertThat(changes.written()).containsExactly(path(A));
    }

    @Test
    void a_list_that_names_a_file_elsewhere_deletes_nothing_there() throws IOException {
        Path precious = Files.writeString(target.resolve("precious.txt"), "keep");
        Files.writeString(folder.list(), "../../precious.txt\n");

        folder.replace(List.of());

        assertThat(precious).exists();
    }

    @Test
    void two_executions_keep_each_other_s_files() throws IOException {
        OutputFolder second = new OutputFolder(folder.directory(), target.resolve("stepwright/second.files"));
        GeneratedFile c = new GeneratedFile(Root.SOURCES, "com/acme/C.java", "class C {}");

        second.replace(List.of(c));
        folder.replace(List.of(A));

        assertThat(path(c)).exists();
        assertThat(path(B)).doesNotExist();
    }

    private Path path(GeneratedFile file) {
        return folder.directory().resolve(file.path());
    }
}
