package io.shopkeeper.bench.peer;

/** Something that can be run again and again, and says how long it took. */
public interface Timed extends AutoCloseable {

  /** Runs once; seconds. */
  double run();

  /** Most memory that it took beside its input, in megabytes; 0 if it is not known. */
  default double memory() {
    return 0;
  }

  @Override
  default void close() {}
}
