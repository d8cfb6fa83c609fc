package dev.limpid.algorithms.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file, or text from elsewhere, as a header and lines of cells. */
final class CsvFile {

    /** Opens the text. */
    interface Opening {
        Reader open() throws IOException;
    }

    /** Takes the cells of a line, as many as the header has. */
    interface LineSink {
        void accept(CsvRecord cells, long line);
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final Opening opening;

    CsvFile(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    static CsvFile of(Path path) {
        Path fileName = path.getFileName();
        String name = fileName == null ? path.toString() : fileName.toString();
        return new CsvFile(name, () -> {
            InputStream bytes = Files.newInputStream(path);
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            return new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()); // reports bad bytes
        });
    }

    String name() {
        return name;
    }

    /** Reads all; the header decides who takes the lines; returns who took them. */
    <S extends LineSink> S read(char separator, Function<List<String>, S> onHeader) {
        try (Reader reader = withoutMark(opening.open());
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .trimWhitespacesAroundQuotes(true)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // counted below, with a better message
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            return read(csv.iterator(), onHeader);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(
                    "file must be well-formed CSV, but " + name + " isn't: " + e.getMessage(), e);
        }
    }

    private RuntimeException unreadable(@Nullable IOException cause) {
        return cause instanceof CharacterCodingException
                ? new IllegalArgumentException("file must be UTF-8, but " + name + " isn't; convert it", cause)
                : new UncheckedIOException("can't read " + name + ": " + cause, cause);
    }

    /** Drops a byte order mark, which would otherwise be part of the first name. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text, 1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private <S extends LineSink> S read(Iterator<CsvRecord> lines, Function<List<String>, S> onHeader) {
        if (!lines.hasNext()) {
            throw new IllegalArgumentException("file must begin with a header line, but " + name + " is empty");
        }
        List<String> header = header(lines.next());
        S sink = onHeader.apply(header);
        if (!lines.hasNext()) {
            throw new IllegalArgumentException(
                    "file must have at least one line after the header, but " + name + " has none");
        }
        while (lines.hasNext()) {
            CsvRecord line = lines.next();
            if (line.getFieldCount() != header.size()) {
                throw new IllegalArgumentException("line must have " + header.size()
                        + " cells (one per column of the header), but has " + line.getFieldCount() + " (" + name
                        + ", line " + line.getStartingLineNumber() + ")");
            }
            sink.accept(line, line.getStartingLineNumber());
        }
        return sink;
    }

    private List<String> header(CsvRecord line) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int j = 0; j < line.getFieldCount(); j++) {
            String column = line.getField(j).strip();
            if (column.isEmpty()) {
                throw new IllegalArgumentException(
                        "header must name every column, but column " + (j + 1) + " has no name (" + name + ")");
            }
            if (!seen.add(column)) {
                throw new IllegalArgumentException(
                        "header must have different names, but '" + column + "' occurs twice (" + name + ")");
            }
            names.add(column);
        }
        return names;
    }
}
