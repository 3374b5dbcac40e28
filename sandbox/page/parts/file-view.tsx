import type { Attachment } from '../../shared/types.ts';
import { Icon } from './icon.tsx';

const fileInfo = 'application/vnd.microsoft.teams.file.download.info';

export const isFile = ({ contentType }: Attachment) => contentType === fileInfo;
export const isImage = ({ contentType, contentUrl }: Attachment) =>
  contentType.startsWith('image/') && Boolean(contentUrl);

export function FileView({ attachment }: { attachment: Attachment }) {
  const name = attachment.name ?? '';
  const content = attachment.content as { downloadUrl?: string; fileType?: string } | undefined;
  return (
    <a class="file" href={content?.downloadUrl ?? ''} download={name} data-testid="file" data-name={name}>
      <span class={`file-icon file-${content?.fileType ?? ''}`}>
        <Icon name={/^(png|jpe?g|gif)$/.test(content?.fileType ?? '') ? 'image' : 'document'} size={22} />
      </span>
      <span class="file-name">{name}</span>
    </a>
  );
}

/** A pasted picture lies on the connector's host, which the browser may not ask: the same bytes are under /download. */
export function ImageView({ attachment: { contentUrl = '' } }: { attachment: Attachment }) {
  const own = /\/v3\/attachments\/([^/]+)\/views\/original$/.exec(contentUrl)?.[1];
  return <img class="picture" src={own ? `/download/${own}` : contentUrl} alt="" data-testid="picture" />;
}
