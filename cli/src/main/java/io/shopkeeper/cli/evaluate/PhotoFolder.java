package io.shopkeeper.cli.evaluate;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.Images;
import io.shopkeeper.ml.image.photo.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Photographs in a folder or a zip, those of a class in a folder of its own: the folder that a file
 * lies in names its class. Other files are passed over.
 */
final class PhotoFolder {

  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

  private PhotoFolder() {}

  /**
   * Reads them in the order of their names.
   *
   * @param most the first so many where there are more
   * @throws CommandFailedException if there are none, or one cannot be read; names it
   */
  static ImageFiles read(String name, ImageSize size, int most) {
    Path path = Path.of(name);
    try {
      if (Files.isDirectory(path)) {
        return read(name, path, size, most);
      }
      if (!Files.isRegularFile(path)) {
        throw new CommandFailedException("There is no folder or zip " + name + ".");
      }
      try (var archive = FileSystems.newFileSystem(path)) {
        return read(name, archive.getPath("/"), size, most);
      }
    } catch (ProviderNotFoundException | ZipException none) {
      throw new CommandFailedException(
          name + " is no folder and no zip; give images and labels where it is in IDX form.", none);
    } catch (IOException problem) {
      throw new CommandFailedException(
          "Cannot read " + name + ": " + problem.getMessage(), problem);
    }
  }

  private static ImageFiles read(String name, Path root, ImageSize size, int most)
      throws IOException {
    List<Path> files = photographs(root);
    if (files.isEmpty()) {
      throw new CommandFailedException(
          name
              + " holds no photographs in folders: those of a class belong in a folder of its name"
              + " (JPEG, PNG, GIF, BMP).");
    }
    var photos = new Photos(size);
    MessageDigest digest = digest();
    var images = new ArrayList<byte[]>();
    var labels = new ArrayList<String>();
    for (Path file : files.subList(0, Math.min(most, files.size()))) {
      byte[] bytes = Files.readAllBytes(file);
      digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
      images.add(image(name, root, file, photos, bytes));
      labels.add(file.getParent().getFileName().toString());
    }
    return new ImageFiles(
        name, new Images(size, images), labels, HexFormat.of().formatHex(digest.digest()));
  }

  private static byte[] image(String name, Path root, Path file, Photos photos, byte[] bytes) {
    try {
      return photos.read(bytes);
    } catch (IOException wrong) {
      throw new CommandFailedException(
          "%s: %s %s.".formatted(name, root.relativize(file), wrong.getMessage()), wrong);
    }
  }

  private static List<Path> photographs(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> isPhotograph(root, file))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  private static boolean isPhotograph(Path root, Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending)
        // What a system puts beside the files it packs begins with a dot.
        && !name.startsWith(".")
        && !root.equals(file.getParent())
        && Files.isRegularFile(file);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
