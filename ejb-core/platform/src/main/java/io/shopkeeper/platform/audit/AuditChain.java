package io.shopkeeper.platform.audit;

import io.shopkeeper.platform.boundary.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How a record's hash is made: SHA-256 over the hash before it and every field, each with its
 * length in front, so that no two records read the same. Anybody can work it out from an export.
 */
public final class AuditChain {

  private AuditChain() {}

  /** The hash that belongs to a record. */
  public static String hash(AuditEntry entry) {
    MessageDigest digest = sha256();
    for (String field :
        List.of(
            entry.previousHash(),
            Long.toString(entry.number()),
            Long.toString(entry.at().toEpochMilli()),
            entry.actor(),
            entry.act(),
            entry.subject(),
            entry.detail(),
            entry.before(),
            entry.after(),
            entry.source().name(),
            entry.address())) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
