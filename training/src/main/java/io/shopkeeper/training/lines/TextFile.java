package io.shopkeeper.training.lines;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines in UTF-8: the first names its form and version, the last says that it is whole.
 */
public final class TextFile {

  /** The version of all such files. */
  public static final int VERSION = 1;

  private static final String END = "end";

  private TextFile() {}

  /**
   * Writes one.
   *
   * @param head names what it is
   * @param lines the fields of each line
   */
  public static void write(Path file, String head, List<List<String>> lines) throws IOException {
    var text = new ArrayList<String>();
    text.add(Line.of(head, Integer.toString(VERSION)));
    lines.forEach(fields -> text.add(Line.of(fields)));
    text.add(END);
    Files.write(file, text);
  }

  /**
   * Reads one.
   *
   * @return the fields of each line between the first and the last
   * @throws WrongVersionException if it is of another version
   * @throws IOException if it is not what the head says, or not whole
   */
  public static List<List<String>> read(Path file, String head) throws IOException {
    List<String> text = text(file);
    List<String> first = text.isEmpty() ? List.of() : Line.fields(text.getFirst());
    if (first.isEmpty() || !first.getFirst().equals(head)) {
      throw new IOException(file.getFileName() + " is not a file of " + head);
    }
    if (first.size() < 2 || !first.get(1).equals(Integer.toString(VERSION))) {
      throw new WrongVersionException(
          "%s is of version %s, and only %d is known here"
              .formatted(head, first.size() < 2 ? "?" : first.get(1), VERSION));
    }
    if (!text.getLast().equals(END)) {
      throw new IOException(file.getFileName() + " was not written to its end");
    }
    return text.subList(1, text.size() - 1).stream().map(Line::fields).toList();
  }

  private static List<String> text(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException damaged) {
      throw new IOException(file.getFileName() + " is damaged", damaged);
    }
  }
}
