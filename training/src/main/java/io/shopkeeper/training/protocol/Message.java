package io.shopkeeper.training.protocol;

import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.training.lines.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing that a worker says. */
public sealed interface Message {

  /** The version of all messages together. */
  int VERSION = 1;

  /** What a line of the worker's begins with; other lines come from libraries. */
  char SIGN = '@';

  /** It has started. */
  record Hello(int version, String java, long maxMemoryBytes) implements Message {}

  /** It lives; with the memory that it uses. */
  record Beat(long usedBytes) implements Message {}

  /** How far it is. */
  record Progress(double fraction, String phase) implements Message {}

  /** A point of a curve. */
  record Point(String curve, int step, double value) implements Message {}

  /** Options that a search has tried. */
  record Tried(TriedOptions trial) implements Message {}

  /** A line for the log. */
  record Log(String text) implements Message {}

  /** It has written its result. */
  record Done(String sha256) implements Message {}

  /** It ends without a result. */
  record Failed(Reason reason, String text) implements Message {}

  /** Something that is none of these: from a library, or damaged. */
  record Foreign(String text) implements Message {}

  /** Why it ends without a result. */
  enum Reason {
    /** An option or the data does not fit. */
    UNFIT,
    MEMORY,
    /** It was told to. */
    STOPPED,
    /** The order is of another version of the program. */
    VERSION,
    BROKEN
  }

  /** The message as a line, without its end. */
  default String line() {
    return SIGN
        + switch (this) {
          case Hello hello ->
              Line.of(
                  "hello",
                  Integer.toString(hello.version()),
                  hello.java(),
                  Long.toString(hello.maxMemoryBytes()));
          case Beat beat -> Line.of("beat", Long.toString(beat.usedBytes()));
          case Progress progress ->
              Line.of("progress", Double.toString(progress.fraction()), progress.phase());
          case Point point ->
              Line.of(
                  "point",
                  point.curve(),
                  Integer.toString(point.step()),
                  Double.toString(point.value()));
          case Tried tried -> Line.of(TriedFields.of(tried.trial()));
          case Log log -> Line.of("log", log.text());
          case Done done -> Line.of("done", done.sha256());
          case Failed failed ->
              Line.of("failed", failed.reason().name().toLowerCase(Locale.ROOT), failed.text());
          case Foreign foreign -> throw new IllegalStateException("is not said: " + foreign);
        };
  }

  /** What a line says; {@link Foreign} where it is none of the worker's, or damaged. */
  static Message of(String line) {
    if (line.isEmpty() || line.charAt(0) != SIGN) {
      return new Foreign(line);
    }
    try {
      return known(Line.fields(line.substring(1))).orElseGet(() -> new Foreign(line));
    } catch (IllegalArgumentException damaged) {
      return new Foreign(line);
    }
  }

  private static Optional<Message> known(List<String> fields) {
    if (fields.getFirst().equals(TriedFields.NAME)) {
      return TriedFields.read(fields).map(Tried::new);
    }
    return Optional.ofNullable(
        switch (fields.getFirst() + "/" + (fields.size() - 1)) {
          case "hello/3" ->
              new Hello(
                  Integer.parseInt(fields.get(1)), fields.get(2), Long.parseLong(fields.get(3)));
          case "beat/1" -> new Beat(Long.parseLong(fields.get(1)));
          case "progress/2" -> new Progress(Double.parseDouble(fields.get(1)), fields.get(2));
          case "point/3" ->
              new Point(
                  fields.get(1),
                  Integer.parseInt(fields.get(2)),
                  Double.parseDouble(fields.get(3)));
          case "log/1" -> new Log(fields.get(1));
          case "done/1" -> new Done(fields.get(1));
          case "failed/2" ->
              new Failed(Reason.valueOf(fields.get(1).toUpperCase(Locale.ROOT)), fields.get(2));
          default -> null;
        });
  }
}
