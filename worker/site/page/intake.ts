/** Takes the files that somebody picks, photographs, drops or pastes anywhere on the page; of several the first. */
export function takeFiles(take: (file: File) => void): void {
  const takeFirst = (data: DataTransfer | null) => {
    const file = data?.files[0];
    if (file) take(file);
  };

  for (const picker of document.querySelectorAll<HTMLInputElement>("input[type=file]")) {
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      // The same file again is a change, too.
      picker.value = "";
      if (file) take(file);
    });
  }

  const { classList } = document.body;
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    classList.add("drop");
  });
  document.addEventListener("dragleave", () => classList.remove("drop"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    classList.remove("drop");
    takeFirst(event.dataTransfer);
  });
  document.addEventListener("paste", (event) => takeFirst(event.clipboardData));
}
