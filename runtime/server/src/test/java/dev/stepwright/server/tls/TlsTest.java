package dev.stepwright.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of certificates and keys, and what is told of those that are none. */
class TlsTest {
    @TempDir
    private static Path made;

    private static TestTls keys;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws Exception {
        keys = TestTls.in(made, "rsa", "ec", "ed25519");
        for (String label : List.of("RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY")) {
            String name = label.substring(0, label.indexOf(' ')).toLowerCase(Locale.ROOT);
            Files.writeString(made.resolve("as-" + name + ".key"), TestTls.pem(label, new byte[100]));
        }
    }

    private Path put(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void copy(String from, String to, Instant time) throws IOException {
        Path file = put(to, Files.readString(keys.file(from)));
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    @ParameterizedTest
    @CsvSource({"rsa, RSA", "ec, EC", "ed25519, EdDSA"})
    void keys_of_these_kinds_are_read(String name, String algorithm) throws IOException {
        KeyPairFiles.Pair pair = new KeyPairFiles(keys.file(name + ".pem"), keys.file(name + ".key")).read();

        assertThat(pair.key().getAlgorithm()).isEqualTo(algorithm);
        assertThat(pair.chain()).hasSize(1);
    }

    @Test
    void a_chain_and_its_key_may_be_in_one_file() throws IOException {
        String all = Files.readString(keys.file("ec.key"))
                + "Subject: one\n"
                + Files.readString(keys.file("ec.pem"))
                + Files.readString(keys.file("rsa.pem"));
        Path file = put("all.pem", all);

        assertThat(new KeyPairFiles(file, file).read().chain()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsa.pem | ec.key        | ec.key has the key of another certificate than the first one in",
                "rsa.pem | rsa.pem       | rsa.pem has no key; it must be PEM, with -----BEGIN PRIVATE KEY-----",
                "rsa.key | rsa.key       | rsa.key has no certificate; it must be PEM, with -----BEGIN CERTIFICATE-----",
                "rsa.pem | as-rsa.key    | as-rsa.key has a key that is not PKCS#8; openssl pkey -in KEY -out NEW makes one",
                "ec.pem  | as-ec.key     | as-ec.key has a key that is not PKCS#8; openssl pkey -in KEY -out NEW makes one",
                "ec.pem  | as-encrypted.key | as-encrypted.key has an encrypted key; it must have one without a password",
            })
    void files_that_do_not_do_are_told(String certificate, String key, String told) {
        assertThatThrownBy(() -> Tls.read(keys.file(certificate), keys.file(key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @Test
    void broken_and_huge_files_are_told() throws IOException {
        Path broken = put("broken.pem", Files.readString(keys.file("ec.pem")).replaceFirst("MII", "AAA"));
        assertThatThrownBy(() -> Tls.read(broken, keys.file("ec.key")))
                .hasMessage(broken + ": certificate 1 of the file cannot be read");
        Path junk = put("junk.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> Tls.read(keys.file("ec.pem"), junk))
                .hasMessage(junk + " has a key that cannot be read; it must be of RSA, EC or Ed25519");
        Path two = put("two.key", Files.readString(keys.file("ec.key")).repeat(2));
        assertThatThrownBy(() -> Tls.read(keys.file("ec.pem"), two)).hasMessage(two + " has 2 keys; it must have one");
        Path huge = put("huge.pem", "x".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> Tls.read(huge, two)).hasMessage(huge + " has 1048577 bytes; at most 1048576 are read");
        assertThatThrownBy(() -> Tls.read(folder.resolve("none"), two)).isInstanceOf(IOException.class);
    }

    @Test
    void files_that_change_are_read_again_as_soon_as_they_belong_together() throws Exception {
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        copy("rsa.pem", "now.pem", then);
        copy("rsa.key", "now.key", then);
        CurrentKey key = new CurrentKey(new KeyPairFiles(folder.resolve("now.pem"), folder.resolve("now.key")));
        SSLEngine engine = keys.trusting().createSSLEngine();
        String first = Objects.requireNonNull(key.chooseEngineServerAlias("RSA", null, engine));
        assertThat(key.chooseEngineServerAlias("EC", null, engine)).isNull();

        copy("ec.pem", "now.pem", then.plusSeconds(1));
        assertThat(key.chooseEngineServerAlias("RSA", null, engine)).isEqualTo(first);
        copy("ec.key", "now.key", then.plusSeconds(1));
        String second = Objects.requireNonNull(key.chooseEngineServerAlias("EC", null, engine));

        assertThat(key.getPrivateKey(second).getAlgorithm()).isEqualTo("EC");
        assertThat(key.getCertificateChain(second)[0].getPublicKey().getAlgorithm())
                .isEqualTo("EC");
        // a connection that has begun goes on
        assertThat(key.getPrivateKey(first).getAlgorithm()).isEqualTo("RSA");
        assertThat(key.getPrivateKey("0")).isNull();
    }
}
