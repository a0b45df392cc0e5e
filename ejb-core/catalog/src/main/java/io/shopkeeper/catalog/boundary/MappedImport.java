package io.shopkeeper.catalog.boundary;

import java.nio.file.Path;

/**
 * A file to import by a mapping.
 *
 * @param fileName as the sender calls it; decides which targets of the mapping it feeds
 * @param file where it lies, below the shop's uploads
 * @param dryRun check every row, store nothing
 */
public record MappedImport(
    ImportMapping mapping, String fileName, Path file, boolean dryRun, String requestedBy) {}
