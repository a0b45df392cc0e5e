package io.shopkeeper.catalog.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.catalog.boundary.MappingTarget;
import io.shopkeeper.platform.boundary.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip of pictures, each named after its product: {@code P-17.jpg}, or {@code P-17/front.jpg} for
 * a folder of them. A picture is kept under the hash of its bytes, so that sending it again keeps
 * one. For one thread.
 */
final class ImageReading implements UnitReading {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path zip;
  private final Optional<Path> media;

  /**
   * @param media where pictures are kept; empty to look at them only
   */
  ImageReading(Path zip, Optional<Path> media) {
    this.zip = zip;
    this.media = media;
  }

  @Override
  public List<String> header() {
    return List.of();
  }

  @Override
  public Optional<MappingTarget> target() {
    return Optional.empty();
  }

  @Override
  public String encoding() {
    return "";
  }

  @Override
  public void prepare(LongConsumer progress) throws IOException, FileUnreadableException {
    try (InputStream in = Files.newInputStream(zip)) {
      byte[] head = in.readNBytes(2);
      if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
        throw new FileUnreadableException("Pictures come as a zip, each named after its product.");
      }
    }
  }

  @Override
  public Units units() throws IOException {
    return new Pictures(new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {}

  /** Which product a picture in the zip belongs to. */
  static String productOf(String entry) {
    String[] parts = entry.replace('\\', '/').split("/");
    String last = parts[parts.length - 1];
    if (parts.length > 1
        && !parts[parts.length - 2].matches("(?i)images?|pictures?|photos?|media|图片")) {
      return parts[parts.length - 2];
    }
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  private final class Pictures implements Units {

    private final ZipInputStream in;
    private long place;
    private long leftOut;

    Pictures(ZipInputStream in) {
      this.in = in;
    }

    @Override
    public Optional<Unit> next() throws IOException {
      ZipEntry entry = in.getNextEntry();
      while (entry != null && skipped(entry)) {
        leftOut += entry.isDirectory() ? 0 : 1;
        entry = in.getNextEntry();
      }
      return entry == null ? Optional.empty() : Optional.of(unit(entry));
    }

    private boolean skipped(ZipEntry entry) {
      String name = entry.getName();
      return entry.isDirectory()
          || name.startsWith("__MACOSX")
          || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private Unit unit(ZipEntry entry) throws IOException {
      place++;
      byte[] bytes = in.readNBytes(Picture.MOST_BYTES + 1);
      String product = productOf(entry.getName());
      String raw =
          JSON.createObjectNode().put("productId", product).put("file", entry.getName()).toString();
      Optional<String> fault =
          bytes.length > Picture.MOST_BYTES
              ? Optional.of("is larger than %d MiB".formatted(Picture.MOST_BYTES >> 20))
              : Picture.fault(bytes);
      if (fault.isPresent()) {
        var error = new FieldError("/file", fault.get());
        return new Unit(place, place, 1, Map.of(), List.of(error), raw, true);
      }
      return new Unit(
          place, place, 1, Map.of("productId", product, "file", keep(bytes)), List.of(), raw, true);
    }

    private String keep(byte[] bytes) throws IOException {
      String name = hash(bytes) + "." + Picture.ending(bytes).orElseThrow();
      if (media.isPresent() && !Files.exists(media.get().resolve(name))) {
        Path part = Files.createTempFile(media.get(), "picture-", ".part");
        Files.write(part, bytes);
        Files.move(part, media.get().resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
      return name;
    }

    private static String hash(byte[] bytes) {
      try {
        return HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
            .substring(0, 32);
      } catch (NoSuchAlgorithmException everyJavaHasIt) {
        throw new IllegalStateException(everyJavaHasIt);
      }
    }

    @Override
    public long leftOut() {
      return leftOut;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
