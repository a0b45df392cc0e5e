package io.shopkeeper.integration.access;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** The classes of the two web applications, which are on nobody's class path. */
final class Classes {

  private static final ClassLoader LOADER =
      new URLClassLoader(new URL[] {url("web"), url("admin-ui")}, Classes.class.getClassLoader());

  private Classes() {}

  static Class<?> load(String name) {
    try {
      return Class.forName(name, false, LOADER);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("build the modules first", missing);
    }
  }

  /** Where a module's classes lie. */
  static Path of(String module) {
    return home().resolve(module).resolve("target/classes");
  }

  /** The root of the repository. */
  static Path home() {
    return Path.of(System.getProperty("shopkeeper.home", "..")).toAbsolutePath().normalize();
  }

  private static URL url(String module) {
    try {
      return of(module).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
