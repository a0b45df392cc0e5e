package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;

/** Opens files: plain, gzipped, or out of an archive ({@code ARCHIVE.zip!ENTRY}). */
final class DataFile {

  private DataFile() {}

  /** Reads what a file holds. */
  interface Parser {
    void parse(BufferedReader reader) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @return its SHA-256
   * @throws CommandFailedException if it cannot be read; names the file
   */
  static String read(String name, Parser parser) {
    try (InputStream raw = open(name);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String sha256 = hash(name);
      // A decoder of our own: one that is made from a charset replaces what it cannot read.
      parser.parse(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder())));
      return sha256;
    } catch (CharacterCodingException wrong) {
      throw new CommandFailedException(name + " is not UTF-8 text; convert it first.", wrong);
    } catch (UncheckedIOException malformed) {
      throw new CommandFailedException(
          name + " is not a table: " + malformed.getCause().getMessage(), malformed);
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot read " + name + ": " + problem.getMessage(), problem);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads what a file of bytes holds. */
  interface BinaryParser {
    void parse(DataInputStream in) throws IOException;
  }

  /**
   * Reads a file of bytes, perhaps gzipped.
   *
   * @return its SHA-256
   * @throws CommandFailedException if it cannot be read; names the file
   */
  static String readBytes(String name, BinaryParser parser) {
    try (InputStream raw = open(name);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String sha256 = hash(name);
      parser.parse(new DataInputStream(new BufferedInputStream(in)));
      return sha256;
    } catch (EOFException early) {
      throw new CommandFailedException(name + " ends too early; fetch it again.", early);
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot read " + name + ": " + problem.getMessage(), problem);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How a table is written, by its first line. */
  static CSVFormat format(String first) {
    char delimiter = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  private static String hash(String name) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var in = new DigestInputStream(open(name), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static InputStream open(String name) throws IOException {
    int mark = name.indexOf(".zip!");
    if (mark < 0) {
      Path path = Path.of(name);
      if (!Files.isRegularFile(path)) {
        throw new CommandFailedException("There is no file " + name + ".");
      }
      return Files.newInputStream(path);
    }
    String entry = name.substring(mark + 5);
    try (var archive = new ZipFile(name.substring(0, mark + 4))) {
      var found = archive.getEntry(entry);
      if (found == null) {
        throw new CommandFailedException("There is no " + entry + " in " + archive.getName() + ".");
      }
      return new ByteArrayInputStream(archive.getInputStream(found).readAllBytes());
    }
  }
}
