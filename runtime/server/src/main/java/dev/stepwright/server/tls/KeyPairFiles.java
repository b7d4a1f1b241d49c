package dev.stepwright.server.tls;

import dev.stepwright.server.tls.PemFile.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two files that a server shows who it is with. */
record KeyPairFiles(Path certificate, Path key) {
    /** How keys sign, by their algorithm. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private static final String CONVERT = "; openssl pkey -in KEY -out NEW makes one";

    /**
     * What the files have.
     *
     * @param chain first the certificate of the server, then those that have signed it
     */
    record Pair(List<X509Certificate> chain, PrivateKey key) {
        Pair {
            chain = List.copyOf(chain);
        }
    }

    /** @throws IllegalArgumentException if they have something else, or do not belong together; the message names the file */
    Pair read() throws IOException {
        PemFile certificates = PemFile.read(certificate);
        PemFile keys = PemFile.read(key);
        List<X509Certificate> chain = chain(certificates);
        PrivateKey privateKey = privateKey(keys);
        if (!isOf(privateKey, chain.get(0).getPublicKey())) {
            throw wrong(key, "has the key of another certificate than the first one in " + certificate);
        }
        return new Pair(chain, privateKey);
    }

    private List<X509Certificate> chain(PemFile file) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Block block : file.all("CERTIFICATE")) {
            try {
                chain.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(block.bytes())));
            } catch (CertificateException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        certificate + ": certificate " + (chain.size() + 1) + " of the file cannot be read", e);
            }
        }
        if (chain.isEmpty()) {
            throw wrong(certificate, "has no certificate; it must be PEM, with -----BEGIN CERTIFICATE-----");
        }
        return chain;
    }

    private PrivateKey privateKey(PemFile file) {
        List<Block> blocks = file.all("PRIVATE KEY");
        if (blocks.size() == 1) {
            return privateKey(blocks.get(0));
        }
        if (blocks.size() > 1) {
            throw wrong(key, "has " + blocks.size() + " keys; it must have one");
        }
        if (file.has("ENCRYPTED PRIVATE KEY")) {
            throw wrong(key, "has an encrypted key; it must have one without a password" + CONVERT);
        }
        if (file.blocks().stream().anyMatch(block -> block.label().endsWith(" PRIVATE KEY"))) {
            throw wrong(key, "has a key that is not PKCS#8" + CONVERT);
        }
        throw wrong(key, "has no key; it must be PEM, with -----BEGIN PRIVATE KEY-----");
    }

    private PrivateKey privateKey(Block block) {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.bytes()));
            } catch (InvalidKeySpecException | IllegalArgumentException e) {
                // of another algorithm, then; told below if of none
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JVM has keys of " + algorithm, e);
            }
        }
        throw wrong(key, "has a key that cannot be read; it must be of RSA, EC or Ed25519");
    }

    /** A key belongs to a certificate if that confirms what it signs. */
    private static boolean isOf(PrivateKey key, PublicKey certified) {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(SIGNATURES.get(key.getAlgorithm()));
            signature.initSign(key);
            signature.update(certified.getEncoded());
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(certified.getEncoded());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static IllegalArgumentException wrong(Path file, String problem) {
        return new IllegalArgumentException(file + " " + problem);
    }
}
