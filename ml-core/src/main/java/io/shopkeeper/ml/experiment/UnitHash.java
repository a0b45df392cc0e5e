package io.shopkeeper.ml.experiment;

import java.nio.charset.StandardCharsets;

/**
 * A text's place between 0 and 1, the same on every machine: FNV-1a of its UTF-8 bytes in 64 bits
 * (G. Fowler, L. Noll, K.-P. Vo), its bits then mixed by the finaliser of SplitMix64 (G. Steele, D.
 * Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014), without which
 * neighbouring keys would be neighbours.
 */
final class UnitHash {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private UnitHash() {}

  /** From 0 inclusive to 1 exclusive. */
  static double position(String salt, String purpose, String unit) {
    long hash = fold(OFFSET, salt);
    hash = fold(hash, purpose);
    hash = fold(hash, unit);
    return (mixed(hash) >>> 11) * 0x1.0p-53;
  }

  /** A zero byte ends each part, so that "ab" + "c" is not "a" + "bc". */
  private static long fold(long hash, String part) {
    long folded = hash;
    for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
      folded = (folded ^ (one & 0xff)) * PRIME;
    }
    return folded * PRIME;
  }

  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
