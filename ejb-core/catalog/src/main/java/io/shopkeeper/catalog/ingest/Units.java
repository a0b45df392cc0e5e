package io.shopkeeper.catalog.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The units of one pass over a file, one at a time and in bounded memory. For one thread. */
interface Units extends Closeable {

  /**
   * The next one; empty at the end.
   *
   * @throws FileUnreadableException if the file breaks off or is not in its encoding
   */
  Optional<Unit> next() throws IOException, FileUnreadableException;

  /** How many rows were passed over so far because no target wanted them. */
  long leftOut();
}
