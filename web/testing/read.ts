/** A page as it is read: its words in their order, without marks of the document and with one blank where there are any. */
export const readText = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u2007\u2008\u00a0]+/g, " ");
