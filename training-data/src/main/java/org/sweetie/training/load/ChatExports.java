package org.sweetie.training.load;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.sweetie.training.corpus.CorpusException;

/** Opens a chat export, whichever of the known kinds it is. */
public final class ChatExports {
  private static final int LOOKED_AT = 400;

  private ChatExports() {}

  /**
   * Opens an export of WhatsApp, an IRC client, or Discord (DiscordChatExporter, text or JSON). Its
   * conversations are read as ordinary ones: an export has no labels.
   *
   * @throws CorpusException where the first lines are of none of these kinds
   */
  public static ConversationSource open(Path file, Consumer<BadLine> onBadLine) {
    int whatsApp = 0;
    int irc = 0;
    int discord = 0;
    try (TextLines lines = new TextLines(file, bad -> {})) {
      String line = lines.next();
      if (line != null && line.strip().startsWith("{")) {
        return new DiscordJsonReader(file, onBadLine);
      }
      for (int i = 0; line != null && i < LOOKED_AT; i++) {
        whatsApp += WhatsApp.begins(line) ? 1 : 0;
        irc += IrcLog.begins(line) ? 1 : 0;
        discord += DiscordText.begins(line) ? 1 : 0;
        line = lines.next();
      }
    }
    return new ChatLogReader(
        file, new TextLines(file, onBadLine), format(file, whatsApp, irc, discord));
  }

  private static LineFormat format(Path file, int whatsApp, int irc, int discord) {
    if (whatsApp + irc + discord == 0) {
      throw new CorpusException(
          file
              + ": none of its first "
              + LOOKED_AT
              + " lines begins a message; expected an export of WhatsApp, the log of irssi, WeeChat"
              + " or ZNC, or what DiscordChatExporter writes as text or JSON");
    }
    if (whatsApp >= irc && whatsApp >= discord) {
      return WhatsApp.of(file);
    }
    return irc >= discord ? new IrcLog(file) : DiscordText.of(file);
  }
}
