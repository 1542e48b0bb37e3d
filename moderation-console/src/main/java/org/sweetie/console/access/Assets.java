package org.sweetie.console.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * Style, scripts and the mark, read once into memory: a page waits for no disk and no event loop
 * reads a jar.
 */
final class Assets {
  private final Map<String, Asset> byName;

  /** One file as it is served. */
  record Asset(MediaType type, byte[] bytes) {}

  private Assets(Map<String, Asset> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * Reads our own files, and the two scripts of others from their webjars under names without a
   * version, so that a new version is a change of the POM alone.
   *
   * @throws IOException when one of them is not on the class path
   */
  static Assets read() throws IOException {
    Map<String, Asset> read = new HashMap<>();
    for (Resource own : matching("static/assets/*.*")) {
      put(read, String.valueOf(own.getFilename()), own);
    }
    put(read, "htmx.js", webjar("htmx.org/*/dist/htmx.min.js"));
    put(read, "htmx-sse.js", webjar("htmx-ext-sse/*/sse.js"));
    return new Assets(read);
  }

  private static void put(Map<String, Asset> read, String name, Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      MediaType type =
          MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
      read.put(name, new Asset(utf8(type), in.readAllBytes()));
    }
  }

  private static MediaType utf8(MediaType type) {
    return type.getType().equals("text") ? MediaType.parseMediaType(type + ";charset=UTF-8") : type;
  }

  private static Resource webjar(String path) throws IOException {
    Resource[] found = matching("META-INF/resources/webjars/" + path);
    if (found.length == 0) {
      throw new IOException("no " + path + " on the class path; build the program again");
    }
    return found[0];
  }

  private static Resource[] matching(String pattern) throws IOException {
    return new PathMatchingResourcePatternResolver().getResources("classpath*:/" + pattern);
  }

  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
