package io.shopkeeper.ml.ranking;

/** How large an {@link InteractionLog} is, to tell what a training will need. */
public record LogSize(long users, long items, long interactions) {

  /** Of a log. */
  public static LogSize of(InteractionLog log) {
    return new LogSize(log.users(), log.items(), log.size());
  }
}
