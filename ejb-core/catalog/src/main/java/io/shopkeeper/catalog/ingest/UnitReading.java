package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.MappingTarget;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A file that is read for one target; its units can be read as often as needed. */
interface UnitReading extends Closeable {

  /** The columns of a table; empty for what has none. */
  List<String> header();

  /** What columns mean; empty where each row names its own. */
  Optional<MappingTarget> target();

  /** The name of the encoding; empty for what is no text. */
  String encoding();

  /**
   * What has to be done before units can be read.
   *
   * @param progress is told the number of rows now and then
   */
  void prepare(LongConsumer progress) throws IOException, FileUnreadableException;

  /** A pass over the units. */
  Units units() throws IOException, FileUnreadableException;
}
