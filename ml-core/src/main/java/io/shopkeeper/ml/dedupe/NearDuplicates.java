package io.shopkeeper.ml.dedupe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds among what went by the text most like a new one. Only texts that share a block are compared
 * (I. Fellegi, A. Sunter, "A Theory for Record Linkage", 1969, call this blocking): with blocks
 * that are small the work grows with the number of texts, not with its square. It remembers the
 * last {@code most} texts and the last {@code perBlock} of each block, so its memory is bounded;
 * what is older is not found any more. For one thread.
 */
public final class NearDuplicates {

  /**
   * Something that looks alike.
   *
   * @param similarity from 0 to 1
   */
  public record Match(String id, double similarity) {}

  private record Known(String id, long[] runs, List<String> blocks) {}

  private final int most;
  private final int perBlock;
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final Map<String, Deque<String>> blocks = new HashMap<>();

  /**
   * An empty one.
   *
   * @param most texts to remember, at least 1
   * @param perBlock texts of one block to compare with, at least 1
   */
  public NearDuplicates(int most, int perBlock) {
    if (most < 1 || perBlock < 1) {
      throw new IllegalArgumentException(
          "most and perBlock must be at least 1, but are %d and %d".formatted(most, perBlock));
    }
    this.most = most;
    this.perBlock = perBlock;
  }

  /**
   * The text most like this one under another id, if it is alike enough.
   *
   * @param keys of the blocks to look into
   * @param lowest similarity that counts, from 0 to 1
   */
  public Optional<Match> find(String id, String text, List<String> keys, double lowest) {
    long[] runs = NGrams.of(text);
    Set<String> candidates = new HashSet<>();
    keys.forEach(key -> candidates.addAll(blocks.getOrDefault(key, new ArrayDeque<>())));
    Match best = null;
    for (String candidate : candidates.stream().sorted().toList()) {
      if (!candidate.equals(id)) {
        double similarity = NGrams.dice(runs, known.get(candidate).runs());
        if (similarity >= lowest && (best == null || similarity > best.similarity())) {
          best = new Match(candidate, similarity);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Remembers a text, in place of what it knew under that id. */
  public void add(String id, String text, List<String> keys) {
    forget(id);
    known.put(id, new Known(id, NGrams.of(text), List.copyOf(keys)));
    for (String key : keys) {
      Deque<String> block = blocks.computeIfAbsent(key, fresh -> new ArrayDeque<>());
      block.addLast(id);
      if (block.size() > perBlock) {
        block.removeFirst();
      }
    }
    if (known.size() > most) {
      forget(known.keySet().iterator().next());
    }
  }

  /** How many texts it remembers. */
  public int size() {
    return known.size();
  }

  private void forget(String id) {
    Known old = known.remove(id);
    if (old == null) {
      return;
    }
    for (String key : old.blocks()) {
      Deque<String> block = blocks.get(key);
      if (block != null) {
        block.remove(id);
        if (block.isEmpty()) {
          blocks.remove(key);
        }
      }
    }
  }
}
