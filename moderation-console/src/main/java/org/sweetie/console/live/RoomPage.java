package org.sweetie.console.live;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.sweetie.bridge.channel.WebChat;

/** The page a person types in. */
@Controller
class RoomPage {
  @GetMapping("/room")
  String room(Model model) {
    model.addAttribute("longest", WebChat.LONGEST);
    return "room";
  }
}
